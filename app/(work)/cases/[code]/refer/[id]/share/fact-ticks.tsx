import { Option } from '@/app/_ui/choices'
import type { Kept } from '@/app/_ui/kept-list'
import { NeverShared, type ShareFact, ShareTicks } from '@/app/_ui/share-ticks'
import { partnerName } from '@/lib/base/codes/codes'
import {
  type FactKey,
  isRequired,
  NEVER_KEYS,
  NEVER_SHARED,
  type NeverReason,
  stageOf,
} from '@/lib/casework/consents/facts'
import { initials } from '@/lib/casework/people/identity'
import { factValue } from '@/lib/casework/referrals/sharing/fact-values'
import { factWords } from '@/lib/casework/referrals/sharing/fact-words'
import type { ShareView } from '@/lib/desks/referral/wizard'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: ShareView }

/** Facts by the moment they leave: at once, once accepted, by choice, never. */
export function FactTicks({ page, view }: Props) {
  const { t, locale } = page
  const partner = partnerName(view.partner, locale)
  const tick = tickOf({ page, view })
  const of = (rule: 'preset' | 'optional', stage?: 1 | 2) =>
    view.table
      // Papers have ticks of their own.
      .filter(
        (row) =>
          row.fact !== 'papers' &&
          row.rule.rule === rule &&
          (stage === undefined || stageOf(row.fact) === stage),
      )
      .map((row) => tick(row.fact))
  const optional = of('optional')
  return (
    <>
      <ShareTicks
        name="facts"
        icon="go"
        title={t('referrals.stage.1')}
        hint={t('referrals.wizard.stage1.hint', { partner })}
        facts={of('preset', 1)}
      />
      <ShareTicks
        name="facts"
        icon="lock"
        title={t('referrals.stage.2', { partner })}
        hint={t('referrals.wizard.stage2.hint')}
        facts={of('preset', 2)}
      >
        <Option
          id="f-withoutName"
          type="checkbox"
          name="withoutName"
          value="on"
          checked={view.ticks.withoutName === 'on'}
          label={t('referrals.withoutName.label')}
          hint={t('referrals.withoutName.hint', { partner })}
        />
      </ShareTicks>
      {optional.length > 0 && (
        <ShareTicks name="facts" icon="plus" title={t('referrals.rule.optional')} facts={optional} />
      )}
      {view.contactAsked && (
        <Option
          id="f-contactAgreed"
          type="checkbox"
          name="contactAgreed"
          value="on"
          checked={view.ticks.contactAgreed === 'on'}
          label={t('referrals.contactAgreed.label', { partner })}
          hint={t('referrals.contactAgreed.hint', { partner })}
        />
      )}
      <NeverShared title={t('referrals.rule.never')} items={neverItems({ page, view })} />
    </>
  )
}

/** What is known stands beside its tick; what is not known cannot be ticked. The name stays masked on the screen. */
function tickOf({ page, view }: Props) {
  const { t } = page
  const { source, person } = view.preview
  const ticked = [view.ticks.facts ?? []].flat()
  return (fact: FactKey): ShareFact => {
    const value = factValue(fact, source)
    const [said] = value === undefined ? [] : factWords({ [fact]: value }, page)
    const masked = t('referrals.wizard.masked', { initials: initials(person.identity) })
    const when = stageOf(fact) === 2 ? '' : t('referrals.wizard.at-once')
    const optional = view.table.some((row) => row.fact === fact && row.rule.rule === 'optional')
    const detail = !said ? t('referrals.wizard.unknown') : fact === 'name' ? masked : said.value
    return {
      value: fact,
      label: t(`referrals.fact.${fact}`),
      detail: optional && said && when ? `${detail} · ${when}` : detail,
      checked: said !== undefined && (isRequired(fact) || ticked.includes(fact)),
      disabled: said === undefined || isRequired(fact),
    }
  }
}

/** Facts we know and this service may not learn, then what never leaves for anybody; one line a reason. */
function neverItems({ page, view }: Props): Kept[] {
  const { t } = page
  const { source } = view.preview
  const barred = view.table.flatMap(({ fact, rule }) =>
    rule.rule === 'never' && factValue(fact, source) !== undefined
      ? [{ what: t(`referrals.fact.${fact}`), reason: rule.reason }]
      : [],
  )
  const always = NEVER_KEYS.map((key) => ({
    what: t(`referrals.neverItem.${key}`),
    reason: NEVER_SHARED[key],
  }))
  const all: { what: string; reason: NeverReason }[] = [...barred, ...always]
  return [...new Set(all.map(({ reason }) => reason))].map((reason) => ({
    what: all
      .filter((item) => item.reason === reason)
      .map(({ what }) => what)
      .join(', '),
    why: t(`referrals.never.${reason}`),
  }))
}
