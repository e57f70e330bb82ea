import { en as alertsEn } from '@/lib/base/wording/en/alerts'
import { en as appointmentsEn } from '@/lib/base/wording/en/appointments'
import { en as assessmentsEn } from '@/lib/base/wording/en/assessments'
import { en as assistanceEn } from '@/lib/base/wording/en/assistance'
import { en as auditEn } from '@/lib/base/wording/en/audit'
import { en as calendarEn } from '@/lib/base/wording/en/calendar'
import { en as casesEn } from '@/lib/base/wording/en/cases'
import { en as clocksEn } from '@/lib/base/wording/en/clocks'
import { en as consentsEn } from '@/lib/base/wording/en/consents'
import { en as documentsEn } from '@/lib/base/wording/en/documents'
import { en as exchangeEn } from '@/lib/base/wording/en/exchange'
import { en as followupsEn } from '@/lib/base/wording/en/followups'
import { en as formsEn } from '@/lib/base/wording/en/forms'
import { en as frameEn } from '@/lib/base/wording/en/frame'
import { en as harmEn } from '@/lib/base/wording/en/harm'
import { en as inboundEn } from '@/lib/base/wording/en/inbound'
import { en as inboxEn } from '@/lib/base/wording/en/inbox'
import { en as linksEn } from '@/lib/base/wording/en/links'
import { en as loopEn } from '@/lib/base/wording/en/loop'
import { en as notesEn } from '@/lib/base/wording/en/notes'
import { en as noticesEn } from '@/lib/base/wording/en/notices'
import { en as papersEn } from '@/lib/base/wording/en/papers'
import { en as pastEn } from '@/lib/base/wording/en/past'
import { en as peopleEn } from '@/lib/base/wording/en/people'
import { en as plansEn } from '@/lib/base/wording/en/plans'
import { en as projectsEn } from '@/lib/base/wording/en/projects'
import { en as pseaEn } from '@/lib/base/wording/en/psea'
import { en as queueEn } from '@/lib/base/wording/en/queue'
import { en as referralsEn } from '@/lib/base/wording/en/referrals'
import { en as reintegrationEn } from '@/lib/base/wording/en/reintegration'
import { en as sameEn } from '@/lib/base/wording/en/same'
import { en as searchEn } from '@/lib/base/wording/en/search'
import { en as servicesEn } from '@/lib/base/wording/en/services'
import { en as sessionEn } from '@/lib/base/wording/en/session'
import { en as staffEn } from '@/lib/base/wording/en/staff'
import { en as statisticsEn } from '@/lib/base/wording/en/statistics'
import { en as transfersEn } from '@/lib/base/wording/en/transfers'
import { en as viewsEn } from '@/lib/base/wording/en/views'
import { en as whyEn } from '@/lib/base/wording/en/why'
import { en as workEn } from '@/lib/base/wording/en/work'
import { fr as alertsFr } from '@/lib/base/wording/fr/alerts'
import { fr as appointmentsFr } from '@/lib/base/wording/fr/appointments'
import { fr as assessmentsFr } from '@/lib/base/wording/fr/assessments'
import { fr as assistanceFr } from '@/lib/base/wording/fr/assistance'
import { fr as auditFr } from '@/lib/base/wording/fr/audit'
import { fr as calendarFr } from '@/lib/base/wording/fr/calendar'
import { fr as casesFr } from '@/lib/base/wording/fr/cases'
import { fr as clocksFr } from '@/lib/base/wording/fr/clocks'
import { fr as consentsFr } from '@/lib/base/wording/fr/consents'
import { fr as documentsFr } from '@/lib/base/wording/fr/documents'
import { fr as exchangeFr } from '@/lib/base/wording/fr/exchange'
import { fr as followupsFr } from '@/lib/base/wording/fr/followups'
import { fr as formsFr } from '@/lib/base/wording/fr/forms'
import { fr as frameFr } from '@/lib/base/wording/fr/frame'
import { fr as harmFr } from '@/lib/base/wording/fr/harm'
import { fr as inboundFr } from '@/lib/base/wording/fr/inbound'
import { fr as inboxFr } from '@/lib/base/wording/fr/inbox'
import { fr as linksFr } from '@/lib/base/wording/fr/links'
import { fr as loopFr } from '@/lib/base/wording/fr/loop'
import { fr as notesFr } from '@/lib/base/wording/fr/notes'
import { fr as noticesFr } from '@/lib/base/wording/fr/notices'
import { fr as papersFr } from '@/lib/base/wording/fr/papers'
import { fr as pastFr } from '@/lib/base/wording/fr/past'
import { fr as peopleFr } from '@/lib/base/wording/fr/people'
import { fr as plansFr } from '@/lib/base/wording/fr/plans'
import { fr as projectsFr } from '@/lib/base/wording/fr/projects'
import { fr as pseaFr } from '@/lib/base/wording/fr/psea'
import { fr as queueFr } from '@/lib/base/wording/fr/queue'
import { fr as referralsFr } from '@/lib/base/wording/fr/referrals'
import { fr as reintegrationFr } from '@/lib/base/wording/fr/reintegration'
import { fr as sameFr } from '@/lib/base/wording/fr/same'
import { fr as searchFr } from '@/lib/base/wording/fr/search'
import { fr as servicesFr } from '@/lib/base/wording/fr/services'
import { fr as sessionFr } from '@/lib/base/wording/fr/session'
import { fr as staffFr } from '@/lib/base/wording/fr/staff'
import { fr as statisticsFr } from '@/lib/base/wording/fr/statistics'
import { fr as transfersFr } from '@/lib/base/wording/fr/transfers'
import { fr as viewsFr } from '@/lib/base/wording/fr/views'
import { fr as whyFr } from '@/lib/base/wording/fr/why'
import { fr as workFr } from '@/lib/base/wording/fr/work'
import { typesetAll } from '../text/typeset'

/** All wording, noun by noun. French is the source; a key missing in another language does not compile. */
export const dictionary = {
  session: { fr: typesetAll(sessionFr), en: sessionEn },
  forms: { fr: typesetAll(formsFr), en: formsEn },
  frame: { fr: typesetAll(frameFr), en: frameEn },
  alerts: { fr: typesetAll(alertsFr), en: alertsEn },
  assessments: { fr: typesetAll(assessmentsFr), en: assessmentsEn },
  assistance: { fr: typesetAll(assistanceFr), en: assistanceEn },
  plans: { fr: typesetAll(plansFr), en: plansEn },
  projects: { fr: typesetAll(projectsFr), en: projectsEn },
  audit: { fr: typesetAll(auditFr), en: auditEn },
  cases: { fr: typesetAll(casesFr), en: casesEn },
  clocks: { fr: typesetAll(clocksFr), en: clocksEn },
  consents: { fr: typesetAll(consentsFr), en: consentsEn },
  exchange: { fr: typesetAll(exchangeFr), en: exchangeEn },
  followups: { fr: typesetAll(followupsFr), en: followupsEn },
  appointments: { fr: typesetAll(appointmentsFr), en: appointmentsEn },
  calendar: { fr: typesetAll(calendarFr), en: calendarEn },
  harm: { fr: typesetAll(harmFr), en: harmEn },
  inbox: { fr: typesetAll(inboxFr), en: inboxEn },
  inbound: { fr: typesetAll(inboundFr), en: inboundEn },
  links: { fr: typesetAll(linksFr), en: linksEn },
  notes: { fr: typesetAll(notesFr), en: notesEn },
  notices: { fr: typesetAll(noticesFr), en: noticesEn },
  documents: { fr: typesetAll(documentsFr), en: documentsEn },
  papers: { fr: typesetAll(papersFr), en: papersEn },
  past: { fr: typesetAll(pastFr), en: pastEn },
  people: { fr: typesetAll(peopleFr), en: peopleEn },
  psea: { fr: typesetAll(pseaFr), en: pseaEn },
  queue: { fr: typesetAll(queueFr), en: queueEn },
  referrals: { fr: typesetAll(referralsFr), en: referralsEn },
  reintegration: { fr: typesetAll(reintegrationFr), en: reintegrationEn },
  same: { fr: typesetAll(sameFr), en: sameEn },
  search: { fr: typesetAll(searchFr), en: searchEn },
  services: { fr: typesetAll(servicesFr), en: servicesEn },
  staff: { fr: typesetAll(staffFr), en: staffEn },
  loop: { fr: typesetAll(loopFr), en: loopEn },
  statistics: { fr: typesetAll(statisticsFr), en: statisticsEn },
  why: { fr: typesetAll(whyFr), en: whyEn },
  transfers: { fr: typesetAll(transfersFr), en: transfersEn },
  views: { fr: typesetAll(viewsFr), en: viewsEn },
  work: { fr: typesetAll(workFr), en: workEn },
}

type Dictionary = typeof dictionary
export type MessageKey = {
  [N in keyof Dictionary & string]: `${N}.${keyof Dictionary[N]['fr'] & string}`
}[keyof Dictionary & string]
