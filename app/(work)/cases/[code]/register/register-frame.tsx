import type { ReactNode } from 'react'
import { Narrow } from '@/app/_ui/layout'
import { Steps } from '@/app/_ui/steps'
import { type RegistrationPage, registrationPages } from '@/lib/casework/registration/registration'
import type { Registration } from '@/lib/desks/case-file/prepare-registration'
import { CaseFrame, type Framed } from '../case-frame'
import { FromAlert } from './from-alert'

type Props = {
  view: Registration
  page: Framed
  at: RegistrationPage
  /** Questions of their own beside one of the five. */
  part?: 'functioning'
  children: ReactNode
}

/** One of the five short pages: where it stands among them, its question, its form. */
export function RegisterFrame({ view, page, at, part, children }: Props) {
  const { t } = page
  const asked = part ?? at
  const title = t(`cases.register.${asked}`)
  return (
    <CaseFrame
      keeps={!view.drafts.some((draft) => draft?.conflict)}
      head={view.head}
      page={page}
      title={title}
    >
      <FromAlert alerts={view.alerts} page={page} />
      <Narrow>
        {view.head.reach.record.state === 'DRAFT' && (
          <Steps
            label={t('cases.register.steps')}
            doneLabel={t('cases.register.done')}
            current={registrationPages.indexOf(at)}
            done={registrationPages.map((name) => view.done[name])}
            steps={registrationPages.map((name) => t(`cases.register.${name}`))}
          />
        )}
        <div>
          <h2>{title}</h2>
          <p className="lead">{t(`cases.register.${asked}.lead`)}</p>
        </div>
        {children}
      </Narrow>
    </CaseFrame>
  )
}
