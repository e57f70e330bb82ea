import { isMessageKey, type Translate, wordingOf } from './translate'

/** The sentence of an error code at its field. PURE. */
export const errorText = (t: Translate, noun: string, name: string, code: string): string =>
  wordingOf(t, `${noun}.${name}.${code}`, wordingOf(t, `forms.${code}`, t('forms.not-a-code')))

/** In the summary a problem said in general words names its question: three equal lines tell nobody which. PURE. */
export function summaryText(
  t: Translate,
  noun: string,
  { name, code }: { name: string; code: string },
): string {
  const how = errorText(t, noun, name, code)
  const what = wordingOf(t, `${noun}.${name}.label`, '')
  if (isMessageKey(`${noun}.${name}.${code}`) || what === '') return how
  return what.endsWith('?') ? `${what} ${how}` : t('frame.said', { what, how })
}
