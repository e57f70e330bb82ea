import type { ReactNode } from 'react'
import { FormField, FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Section } from '@/app/_ui/layout'
import type { FormWords } from '@/lib/base/forms/form'
import { dayText, isoDayOf } from '@/lib/base/time/days'
import { STATES } from '@/lib/casework/referrals/machine/states'
import {
  acceptForm,
  askForm,
  bookForm,
  completeForm,
  declineForm,
  notAccessedForm,
} from '@/lib/casework/referrals/verbs/partner-form'
import type { OpenView } from '@/lib/desks/inbox/view-received'
import { AbsenceField } from './absence-field'
import type { Framed } from './framed'
import { PaperField } from './paper-field'
import { NotConfirmed, Settled } from './what-now'

type Here = Framed & { view: OpenView }

/**
 * For whoever came by a link, on a telephone: every answer that is open, each a form of this page, because each page costs a tap. What
 * is wrong with one comes back on the page of that answer, as for everybody.
 */
export function AnswerHere({ view, page }: Here) {
  const { t } = page
  const may = (answer: OpenView['answers'][number]) => view.answers.includes(answer)
  if (STATES[view.state].tabs.them === 'explain')
    return (
      <NotConfirmed
        view={view}
        page={page}
        answer={may('complete') && <Complete view={view} page={page} />}
      />
    )
  const decides = may('accept')
  const settled = STATES[view.state].group !== 'OPEN'
  return (
    <>
      {settled && <Settled view={view} page={page} />}
      {view.state === 'INFO_REQUESTED' && <p className="meta">{t('inbox.now.asked.more')}</p>}
      {decides && (
        <Section title={t('inbox.do.accept')} tight>
          <Answer view={view} verb="accept" lead={t('inbox.accept.lead')} button={t('inbox.do.accept')}>
            <Questions form={acceptForm} page={page} />
          </Answer>
        </Section>
      )}
      {may('ask') && (
        <Section title={t('inbox.do.ask')} tight>
          <Answer view={view} verb="ask" lead={t('inbox.ask.lead')} button={t('inbox.do.ask')} calm withFile>
            <Questions form={askForm} page={page} />
            <PaperField t={t} />
          </Answer>
        </Section>
      )}
      {may('decline') && (
        <Section title={t('inbox.do.decline')} tight>
          <Answer
            view={view}
            verb="decline"
            lead={t('inbox.decline.lead')}
            button={t('inbox.do.decline')}
            calm
          >
            <Questions form={declineForm} page={page} />
          </Answer>
        </Section>
      )}
      {may('begin') && (
        <Section title={t('inbox.now.serve')} tight>
          <Answer view={view} verb="begin" button={t('inbox.do.begin')} calm />
        </Section>
      )}
      {may('complete') && (
        <Section title={t('inbox.complete.title')} tight>
          <Complete view={view} page={page} />
        </Section>
      )}
      {may('report-not-accessed') && (
        <Section title={t('inbox.not-accessed.title')} tight>
          <Answer
            view={view}
            verb="not-accessed"
            lead={t('inbox.not-accessed.lead')}
            button={t('inbox.do.report-not-accessed')}
            calm
          >
            <AbsenceField t={t} />
            <FormField form={notAccessedForm} name="why" t={t} locale={page.locale} />
          </Answer>
        </Section>
      )}
      {may('rebook') && (
        <Section title={t('inbox.rebook.title')} tight>
          <Answer
            view={view}
            verb="rebook"
            lead={t('inbox.rebook.lead')}
            button={t('inbox.rebook.button')}
            calm
          >
            <Questions form={bookForm} page={page} />
          </Answer>
        </Section>
      )}
    </>
  )
}

const Questions = ({ form, page: { t, locale } }: Framed & { form: FormWords }) => (
  <FormFields form={form} t={t} locale={locale} />
)

function Complete({ view, page: { t, locale, actor } }: Here) {
  return (
    <Answer
      view={view}
      verb="complete"
      lead={t('inbox.complete.lead')}
      button={t('inbox.complete.button')}
      withFile
    >
      <FormFields
        form={completeForm}
        values={{ servedOn: dayText(isoDayOf(actor.now)) }}
        t={t}
        locale={locale}
      />
      <PaperField t={t} />
    </Answer>
  )
}

type AnswerProps = {
  view: OpenView
  /** Last part of the endpoint's address. */
  verb: string
  lead?: string
  button: string
  calm?: boolean
  /** A paper may go with it. */
  withFile?: true
  children?: ReactNode
}

function Answer({ view, verb, lead, button, calm, withFile, children }: AnswerProps) {
  return (
    <PostForm withFile={withFile} action={`/api/v1/inbox/${view.id}/${verb}`} fields={hidden(view.version)}>
      {lead && <p className="meta">{lead}</p>}
      {children}
      <div className="field">
        <Button wide calm={calm}>
          {button}
        </Button>
      </div>
    </PostForm>
  )
}
