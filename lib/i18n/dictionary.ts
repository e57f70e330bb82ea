import { en as sessionEn } from '../access/messages/en'
import { fr as sessionFr } from '../access/messages/fr'
import { en as alertsEn } from '../alerts/messages/en'
import { fr as alertsFr } from '../alerts/messages/fr'
import { en as clocksEn } from '../clocks/messages/en'
import { fr as clocksFr } from '../clocks/messages/fr'
import { en as formsEn } from './messages/forms.en'
import { fr as formsFr } from './messages/forms.fr'
import { en as frameEn } from './messages/frame.en'
import { fr as frameFr } from './messages/frame.fr'

/** All wording, noun by noun. French is the source; a key missing in another language does not compile. */
export const dictionary = {
  forms: { fr: formsFr, en: formsEn },
  frame: { fr: frameFr, en: frameEn },
  session: { fr: sessionFr, en: sessionEn },
  alerts: { fr: alertsFr, en: alertsEn },
  clocks: { fr: clocksFr, en: clocksEn },
}

type Dictionary = typeof dictionary
export type MessageKey = {
  [N in keyof Dictionary & string]: `${N}.${keyof Dictionary[N]['fr'] & string}`
}[keyof Dictionary & string]
