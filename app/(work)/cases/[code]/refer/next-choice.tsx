import { RadioGroup } from '@/app/_ui/choices'
import { Note } from '@/app/_ui/note'
import { label, partnerName } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import type { NextReferral } from '@/lib/casework/referrals/verbs/next-referral'
import { reasonWords } from '@/lib/desks/directory/words'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; next: NextReferral }
type Chosen = { chosen: string | undefined; error: string | undefined }

/** What this referral follows, and what it takes from it: everything but the person's answer. */
export function NextNote({
  page,
  next: { after, offered },
  proposed,
}: Props & { proposed: string | undefined }) {
  const { t, locale } = page
  const partner = partnerName(after.partner, locale)
  const service = label('service_type', after.service, locale)
  return offered.length > 0 ? (
    <Note>
      <b>{t('referrals.again.title', { service, partner })}</b>
      {proposed && <p>{t('referrals.again.proposed', { partner: partnerName(proposed, locale) })}</p>}
      <p>{t('referrals.again.kept')}</p>
    </Note>
  ) : (
    <Note tone="soon" icon="warn">
      <p>{t('services.others.none')}</p>
      <p>
        <a href={`/referrals/${after.id}/others`}>{t('referrals.again.compare')}</a>
      </p>
    </Note>
  )
}

/** In sight at once; the others stand on the page that compares them. */
const IN_SIGHT = 3

/** Who can be asked instead: the best is chosen, another is one press away, whoever was left out stands with the reason. */
export function NextChoice({ page, next, chosen, error }: Props & Chosen) {
  const { t, locale } = page
  const { after, offered, left } = next
  const [best] = offered
  if (!best) return null
  const taken = offered.some(({ id }) => id === chosen) ? chosen : best.id
  const shown = offered.filter(({ id }, index) => index < IN_SIGHT || id === taken)
  return (
    <>
      <RadioGroup
        name="entry"
        one
        label={t('referrals.again.choice')}
        value={taken}
        error={error && errorText(page.t, 'consents', 'entry', error)}
        options={shown.map((entry) => ({
          value: entry.id,
          label: (
            <>
              <b>{partnerName(entry.partner, locale)}</b> · <bdi>{entry.place}</bdi>
            </>
          ),
          hint: reasonWords(entry, page).join(' · '),
        }))}
      />
      <p>
        <a href={`/referrals/${after.id}/others`}>{t('referrals.again.compare')}</a>{' '}
        {left.length > 0 && <span className="meta">{t('referrals.again.left', { count: left.length })}</span>}
      </p>
    </>
  )
}
