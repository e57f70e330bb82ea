import { createHash } from 'node:crypto'

/** The hash an approval pins: of both canonical payloads, stage 1 then stage 2. PURE. */
export const payloadHash = (texts: readonly string[]): Buffer =>
  createHash('sha256').update(texts.join('\n')).digest()
