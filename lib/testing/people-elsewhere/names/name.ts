/**
 * One name with the ways it is put on paper.
 * `fr`: by registrars trained in French, the commonest first. `en`: in English. `ar`: in Arabic script.
 * `pet`: what family and neighbours say.
 */
export type Name = { fr: readonly string[]; en: readonly string[]; ar: string | null; pet: readonly string[] }

const words = (text: string | undefined) =>
  (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** Reads lines of the shape `fr, fr / en, en / ar / pet, pet`; later parts may be left out. */
export function readNames(table: string): Name[] {
  return table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [fr, en, ar, pet] = line.split('/')
      const french = words(fr)
      const english = words(en)
      return {
        fr: french,
        en: english.length > 0 ? english : french,
        ar: words(ar)[0] ?? null,
        pet: words(pet),
      }
    })
}
