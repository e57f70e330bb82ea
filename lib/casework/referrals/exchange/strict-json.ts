/** A file of somebody else may be at most this long, and this deep. */
export const MOST_BYTES = 262_144
const MOST_DEEP = 24

export type Unreadable = 'empty' | 'too-large' | 'not-utf8' | 'not-json' | 'too-deep' | 'twice' | 'name'
export type Parsed = { value: unknown } | { unreadable: Unreadable }

/** Names by which a careless copy would change what an object is. */
const NAMES: readonly string[] = ['__proto__', 'constructor', 'prototype']

/** The text of a file, if it is text at all. PURE. */
export function textOf(bytes: Uint8Array): { text: string } | { unreadable: Unreadable } {
  if (bytes.length > MOST_BYTES) return { unreadable: 'too-large' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { unreadable: 'not-utf8' }
  }
}

/**
 * Reads JSON of somebody we do not know. What most readers pass over in silence is refused: a name given twice in one object,
 * a name that changes what an object is, nesting that would exhaust whoever walks it. PURE.
 */
export function strictJson(text: string): Parsed {
  if (text.trim() === '') return { unreadable: 'empty' }
  if (new TextEncoder().encode(text).length > MOST_BYTES) return { unreadable: 'too-large' }
  // Looked at before it is parsed: the parser itself would walk as deep as the text says.
  const odd = oddity(text)
  if (odd) return { unreadable: odd }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { unreadable: 'not-json' }
  }
}

/** What makes a text a name, however far away it stands. */
const NAMED = /\s*:/y
const STRING = /"(?:[^"\\]|\\.)*"/y

/** One pass over brackets and names; a text that is no JSON is left to the parser. */
function oddity(text: string): Unreadable | undefined {
  const open: (Set<string> | null)[] = []
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (char === '{' || char === '[') {
      open.push(char === '{' ? new Set() : null)
      if (open.length > MOST_DEEP) return 'too-deep'
    } else if (char === '}' || char === ']') open.pop()
    else if (char === '"') {
      STRING.lastIndex = at
      const token = STRING.exec(text)?.[0]
      if (token === undefined) return 'not-json'
      at += token.length - 1
      const names = open.at(-1)
      NAMED.lastIndex = at + 1
      if (!names || !NAMED.test(text)) continue
      const name = nameOf(token)
      if (name === undefined) return 'not-json'
      if (NAMES.includes(name)) return 'name'
      if (names.has(name)) return 'twice'
      names.add(name)
    }
  }
  return undefined
}

/** A name as its object would have it: `"\u005f"` is `_`. */
function nameOf(token: string): string | undefined {
  try {
    return String(JSON.parse(token))
  } catch {
    return undefined
  }
}
