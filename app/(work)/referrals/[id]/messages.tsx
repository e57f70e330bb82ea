import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { sizeWords } from '@/app/_frame/size-words'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Section } from '@/app/_ui/layout'
import { Thread } from '@/app/_ui/thread'
import { partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { answerForm } from '@/lib/casework/referrals/verbs/forms'
import type { ReferralView } from '@/lib/desks/referral/view-referral'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: ReferralView }

/** Questions and answers of both teams, and our answer while one is awaited. */
export function Messages({ page, view }: Props) {
  const { t, locale } = page
  const mayAnswer = view.verbs.includes('answer')
  if (view.messages.length === 0 && !mayAnswer) return null
  const partner = partnerName(view.partner, locale)
  const form = { form: answerForm, draft: view.draft, t, locale }
  return (
    <Section title={t('referrals.page.messages')} tight>
      {view.messages.length > 0 && (
        <Thread
          label={t('referrals.page.messages')}
          messages={view.messages.map(({ id, at, who, party, paper, text }) => ({
            key: id,
            side: party === 'partner' ? 'them' : 'us',
            who: party === 'partner' ? partner : <bdi>{who}</bdi>,
            when: moment(locale, at),
            body: text,
            below: paper && <SentPaper paper={paper} code={view.code} page={page} />,
          }))}
        />
      )}
      {mayAnswer && (
        <>
          <DraftNotice {...form} />
          <PostForm action={`/api/v1/referrals/${view.id}/answer`} fields={hidden(view.version)}>
            <FormField name="message" {...form} />
            <div className="row">
              <Button>{t('referrals.answer-page.button')}</Button>
            </div>
          </PostForm>
        </>
      )}
    </Section>
  )
}

type Sent = NonNullable<ReferralView['messages'][number]['paper']>

/** A paper that came with a word: opened from here, kept from its own page. */
function SentPaper({ paper, code, page: { t, locale } }: { paper: Sent; code: string; page: Props['page'] }) {
  const { id, format, size, waits } = paper
  const words = {
    format: t(`documents.format.${format as 'JPEG' | 'PDF'}`),
    size: sizeWords(size, { t, locale }),
  }
  if (paper.gone) return t('referrals.papers.gone')
  return (
    <>
      <a href={`/api/v1/documents/${id}`}>{t('referrals.papers.open', words)}</a>
      {waits && (
        <>
          {' · '}
          <a href={`/cases/${code}/documents/${id}`}>{t('referrals.papers.keep')}</a>
        </>
      )}
    </>
  )
}
