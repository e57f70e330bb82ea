import { Button, ButtonLink } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { Facts } from '@/app/_ui/facts'
import { PostForm } from '@/app/_ui/form'
import { Section } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import type { FormWords, RawValues } from '@/lib/base/forms/form'
import { type Change, changeOf, mergedList, type Pick } from '@/lib/base/forms/merge'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { Conflict, FoundDraft } from '@/lib/platform/gate/drafts'
import type { Page } from '@/lib/platform/gate/read'
import { hidden } from './hidden'
import { valueWords } from './value-words'

type Value = RawValues[string] | undefined
type Props = {
  form: FormWords
  draft: FoundDraft
  conflict: Conflict
  /** Which answer is preset where two people changed one field. */
  safer: (name: string, theirs: Value, mine: Value) => { pick: Pick; safer: boolean }
  /** The words of an answer whose codes the form does not know itself. */
  words?: (name: string, code: string) => string | undefined
  action: string
  back: string
  page: Omit<Page<unknown>, 'view'>
}

/** Two people changed one page: field by field what stood there, what each made of it, and one choice where they differ. */
export function ConflictForm(props: Props) {
  const { form, draft, conflict, action, back, page } = props
  const { t, locale } = page
  const sides = { ...conflict, mine: draft.values }
  const names = Object.keys(form.fields)
  const having = (change: Change) => names.filter((name) => changeOf(name, sides, form.fields) === change)
  const at = conflict.at ? moment(locale, new Date(conflict.at)) : 'none'
  return (
    <>
      <Note tone="soon" icon="warn" live>
        <p>
          <b>{t('forms.conflict.title')}.</b> {t('forms.conflict.lead', { by: conflict.by ?? 'none', at })}
        </p>
      </Note>
      <PostForm action={action} fields={{ ...hidden(), _draft: draft.id }}>
        {having('both').length > 0 && (
          <Section title={t('forms.conflict.both')} tight>
            {having('both').map((name) => (
              <OnePick key={name} name={name} {...props} />
            ))}
          </Section>
        )}
        {(['merged', 'theirs', 'mine'] as const).map((side) => (
          <Kept key={side} side={side} names={having(side)} {...props} />
        ))}
        <div className="field row">
          <Button>{t('forms.conflict.button')}</Button>
          <ButtonLink calm href={back}>
            {t('forms.conflict.leave')}
          </ButtonLink>
        </div>
      </PostForm>
    </>
  )
}

const labelOf = ({ form, page: { t } }: Props, name: string) =>
  wordingOf(t, `${form.noun}.${name}.label`, name)
const wordsOf = ({ page, ...asked }: Props, name: string, value: Value) =>
  valueWords({ ...asked, name, value }, page)

function OnePick({ name, ...props }: Props & { name: string }) {
  const { conflict, draft, safer, page } = props
  const { t } = page
  const [theirs, mine] = [conflict.theirs[name], draft.values[name]]
  const preset = safer(name, theirs, mine)
  const option = (value: Pick, answer: Value) => ({
    value,
    label: <bdi>{t(`forms.conflict.pick-${value}`, { value: wordsOf(props, name, answer) })}</bdi>,
    hint: preset.safer && value === preset.pick ? t('forms.conflict.safer') : undefined,
  })
  return (
    <RadioGroup
      name={`_pick.${name}`}
      label={labelOf(props, name)}
      hint={t('forms.conflict.before', { value: wordsOf(props, name, conflict.base[name]) })}
      one
      value={preset.pick}
      options={[option('theirs', theirs), option('mine', mine)]}
    />
  )
}

/** What only one of the two changed, and lists that keep what each did: said, and not asked. */
function Kept({ side, names, ...props }: Props & { side: Pick | 'merged'; names: string[] }) {
  const { conflict, draft, page } = props
  if (names.length === 0) return null
  const sides = { ...conflict, mine: draft.values }
  const standing = (name: string): Value => {
    if (side === 'merged') return mergedList(name, sides)
    return side === 'mine' ? draft.values[name] : conflict.theirs[name]
  }
  return (
    <Section title={page.t(`forms.conflict.${side}`)} tight>
      <Facts
        facts={names.map((name) => ({
          term: labelOf(props, name),
          value: (
            <>
              <bdi>{wordsOf(props, name, standing(name))}</bdi>{' '}
              <small>
                {page.t('forms.conflict.before', { value: wordsOf(props, name, conflict.base[name]) })}
              </small>
            </>
          ),
        }))}
      />
    </Section>
  )
}
