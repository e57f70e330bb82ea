import { ConflictForm } from '@/app/_frame/conflict-form'
import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hiddenEdit } from '@/app/_frame/hidden'
import { Details } from '@/app/_ui/details'
import { PostForm } from '@/app/_ui/form'
import { hoursAfter, isoDayOf } from '@/lib/base/time/days'
import { proposeWith } from '@/lib/casework/assessments/propose-with'
import { latestOf } from '@/lib/casework/consents/said-yes'
import { birthOf } from '@/lib/casework/people/birth'
import { safetyForm } from '@/lib/casework/people/form'
import { saferOf } from '@/lib/casework/people/safer'
import { safetyShown } from '@/lib/casework/people/shown-values'
import { prepareRegistration } from '@/lib/desks/case-file/prepare-registration'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { RegisterButtons } from '../buttons'
import { RegisterFrame } from '../register-frame'
import { LeftToSay, opensByRating } from './left-to-say'
import { Proposed } from './proposed'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function SafetyPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.safety', roles: caseworkerRoles }, (reading) =>
    prepareRegistration(reading, code, {
      query,
      forms: ['case.write-safety', 'case.rate-and-open'],
      beside: { assessed: true },
    }),
  )
  const { t, locale, view } = page
  const { person, reach } = view.head
  // Both buttons send the same fields; a form that comes back does so under the one that was pressed.
  const [saving, opening] = view.drafts
  const draft = saving ?? opening
  const values = safetyShown(person, reach.record.risk)
  const situation = latestOf(view.head.consents, 'CASE_MGMT')?.situation ?? {}
  const typed = Number(draft?.values.hoursSince || Number.NaN)
  const proposal = proposeWith(
    {
      ...person,
      birth: birthOf(person),
      safeContact: draft?.values.safeContact?.toString() ?? person.safeContact,
      situation,
      hoursSince: Number.isNaN(typed) ? null : typed,
      gbvType: draft?.values.gbvType?.toString(),
    },
    view.assessed,
    isoDayOf(page.actor.now),
  )
  // What was said once still counts where nobody says it again.
  const kept = view.head.clinical
  const hourKnown = !Number.isNaN(typed) || (kept?.hourKnown ?? false)
  const from = Number.isNaN(typed)
    ? (kept?.from ?? reach.record.openedAt)
    : hoursAfter(page.actor.now, -typed)
  const form = { form: safetyForm, draft, values, t, locale }
  const field = (name: string) => <FormField name={name} {...form} />
  if (draft?.conflict)
    return (
      <RegisterFrame view={view} page={page} at="safety">
        <ConflictForm
          form={safetyForm}
          draft={draft}
          conflict={draft.conflict}
          safer={saferOf}
          action={`/api/v1/cases/${code}/${opening ? 'rate-and-open' : 'safety'}`}
          back={`/cases/${code}/register/safety`}
          page={page}
        />
      </RegisterFrame>
    )
  return (
    <RegisterFrame view={view} page={page} at="safety">
      <DraftNotice {...form} />
      <PostForm
        main
        action={`/api/v1/cases/${code}/safety`}
        fields={hiddenEdit(person.version, values, draft)}
      >
        <div>
          {person.concerns.some((one) => one.startsWith('VIOL_') || one.startsWith('EXPL_')) && (
            <>
              {field('gbvType')}
              {field('hoursSince')}
            </>
          )}
          <Proposed
            proposal={proposal}
            page={page}
            restricted={reach.record.sensitivity === 'S4'}
            code={code}
            from={from}
            hourKnown={hourKnown}
          />
          {field('risk')}
          {(proposal.risk !== 'LOW' || draft) && field('lowerReason')}
          {proposal.restrict && reach.record.sensitivity !== 'S4' && field('openReason')}
          <Details summary={t('people.risk.why')}>
            <p className="meta prose">{t('people.risk.because')}</p>
          </Details>
        </div>
        {field('safeContact')}
        {field('contactDetail')}
        {field('phone')}
        {field('meetingPlace')}
        {field('withholdFrom')}
        {field('withholdReason')}
        {field('warning')}
        <LeftToSay view={view} page={page} />
        <RegisterButtons
          code={code}
          page={page}
          opens={opensByRating(view) ? `/api/v1/cases/${code}/rate-and-open` : undefined}
        />
      </PostForm>
    </RegisterFrame>
  )
}
