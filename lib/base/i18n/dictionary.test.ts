import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { dictionary } from './dictionary'

type Element = { type: number; value?: string; options?: Record<string, { value: Element[] }> }

/** Names of the values a message asks for, nested plurals and choices included. */
function argumentsOf(elements: readonly Element[]): string[] {
  return elements.flatMap(({ type, value = '', options }) => [
    ...(type === 0 || type === 7 ? [] : [value]),
    ...Object.values(options ?? {}).flatMap((option) => argumentsOf(option.value)),
  ])
}

const asks = (text: string, locale: string): string[] => {
  const parsed = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst() as Element[]
  return [...new Set(argumentsOf(parsed))].sort()
}

const all = Object.entries(dictionary).flatMap(([noun, { fr, en }]) =>
  Object.keys(fr).map((key) => ({
    key: `${noun}.${key}`,
    fr: (fr as Record<string, string>)[key] ?? '',
    en: (en as Record<string, string>)[key] ?? '',
  })),
)

describe('wording', () => {
  it('asks for the same values in both languages', () => {
    const different = all.filter(({ fr, en }) => asks(fr, 'fr').join() !== asks(en, 'en').join())
    expect(different.map(({ key }) => key)).toEqual([])
  })

  it('is written in both languages', () => {
    expect(all.filter(({ fr, en }) => fr.trim() === '' || en.trim() === '').map(({ key }) => key)).toEqual([])
  })

  it('uses the typographic apostrophe and no exclamation mark', () => {
    const plain = all.filter(
      ({ fr, en }) => /[a-zà-ÿ]'[a-zà-ÿ]/i.test(`${fr} ${en}`) || /!/.test(`${fr} ${en}`),
    )
    expect(plain.map(({ key }) => key)).toEqual([])
  })
})
