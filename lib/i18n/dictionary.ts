import { en as sessionEn } from '../access/messages/en'
import { fr as sessionFr } from '../access/messages/fr'
import { en as alertsEn } from '../alerts/messages/en'
import { fr as alertsFr } from '../alerts/messages/fr'
import { en as assistanceEn } from '../assistance/messages/en'
import { fr as assistanceFr } from '../assistance/messages/fr'
import { en as auditEn } from '../audit/messages/en'
import { fr as auditFr } from '../audit/messages/fr'
import { en as casesEn } from '../cases/messages/en'
import { fr as casesFr } from '../cases/messages/fr'
import { en as clocksEn } from '../clocks/messages/en'
import { fr as clocksFr } from '../clocks/messages/fr'
import { en as consentsEn } from '../consents/messages/en'
import { fr as consentsFr } from '../consents/messages/fr'
import { en as inboxEn } from '../inbox/messages/en'
import { fr as inboxFr } from '../inbox/messages/fr'
import { en as notesEn } from '../notes/messages/en'
import { fr as notesFr } from '../notes/messages/fr'
import { en as peopleEn } from '../people/messages/en'
import { fr as peopleFr } from '../people/messages/fr'
import { en as queueEn } from '../queue/messages/en'
import { fr as queueFr } from '../queue/messages/fr'
import { en as referralsEn } from '../referrals/messages/en'
import { fr as referralsFr } from '../referrals/messages/fr'
import { en as servicesEn } from '../services/messages/en'
import { fr as servicesFr } from '../services/messages/fr'
import { en as statisticsEn } from '../statistics/messages/en'
import { fr as statisticsFr } from '../statistics/messages/fr'
import { en as workEn } from '../work/messages/en'
import { fr as workFr } from '../work/messages/fr'
import { en as formsEn } from './messages/forms.en'
import { fr as formsFr } from './messages/forms.fr'
import { en as frameEn } from './messages/frame.en'
import { fr as frameFr } from './messages/frame.fr'

/** All wording, noun by noun. French is the source; a key missing in another language does not compile. */
export const dictionary = {
  session: { fr: sessionFr, en: sessionEn },
  forms: { fr: formsFr, en: formsEn },
  frame: { fr: frameFr, en: frameEn },
  alerts: { fr: alertsFr, en: alertsEn },
  assistance: { fr: assistanceFr, en: assistanceEn },
  audit: { fr: auditFr, en: auditEn },
  cases: { fr: casesFr, en: casesEn },
  clocks: { fr: clocksFr, en: clocksEn },
  consents: { fr: consentsFr, en: consentsEn },
  inbox: { fr: inboxFr, en: inboxEn },
  notes: { fr: notesFr, en: notesEn },
  people: { fr: peopleFr, en: peopleEn },
  queue: { fr: queueFr, en: queueEn },
  referrals: { fr: referralsFr, en: referralsEn },
  services: { fr: servicesFr, en: servicesEn },
  statistics: { fr: statisticsFr, en: statisticsEn },
  work: { fr: workFr, en: workEn },
}

type Dictionary = typeof dictionary
export type MessageKey = {
  [N in keyof Dictionary & string]: `${N}.${keyof Dictionary[N]['fr'] & string}`
}[keyof Dictionary & string]
