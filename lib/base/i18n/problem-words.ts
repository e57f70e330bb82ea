import { isMessageKey, type Translate, wordingOf } from './translate'

/** A code may carry the limit that was passed: `too-late=30`, worded with `most`. PURE. */
export const withLimit = (code: string, most: number): string => `${code}=${most}`
function taken(code: string): { name: string; values: { most: number } } {
  const [name = '', most] = code.split('=')
  return { name, values: { most: Number(most ?? 0) } }
}

/** A file is refused in the same words wherever it is sent. */
const placeOf = (noun: string, name: string): string =>
  name === 'file' ? 'documents.file' : `${noun}.${name}`

/** The sentence of an error code at its field. PURE. */
export function errorText(t: Translate, noun: string, name: string, code: string): string {
  const { name: problem, values } = taken(code)
  const general = wordingOf(t, `forms.${problem}`, t('forms.not-a-code'))
  return wordingOf(t, `${placeOf(noun, name)}.${problem}`, general, values)
}

/** In the summary a problem said in general words names its question: three equal lines tell nobody which. PURE. */
export function summaryText(
  t: Translate,
  noun: string,
  { name, code, label }: { name: string; code: string; label?: string | undefined },
): string {
  const how = errorText(t, noun, name, code)
  const what = label ?? wordingOf(t, `${noun}.${name}.label`, '')
  if (isMessageKey(`${placeOf(noun, name)}.${taken(code).name}`) || what === '') return how
  return what.endsWith('?') ? `${what} ${how}` : t('frame.said', { what, how })
}
