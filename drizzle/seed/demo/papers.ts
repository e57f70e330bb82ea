import sharp from 'sharp'
import type { CodeOf } from '@/lib/base/codes/lists'

/** A paper of the demonstration: what it is, who opens it, whether we keep the original. */
export type Paper = {
  kind: CodeOf<'document_kind'>
  reader: 'TEAM' | 'LEAD'
  format: 'PDF' | 'JPEG'
  original?: CodeOf<'original_place'>
}

const CONSENT: Paper = { kind: 'CONSENT', reader: 'TEAM', format: 'PDF' }
const CARD: Paper = { kind: 'IDENTITY', reader: 'TEAM', format: 'JPEG' }
const CERTIFICATE: Paper = { kind: 'MEDICAL', reader: 'LEAD', format: 'PDF' }
const ACT: Paper = { kind: 'CIVIL', reader: 'TEAM', format: 'PDF', original: 'SAFE' }

/** What lies in the told cases, one after the other: a signed consent in each, and something beside it in most. PURE. */
export const papersOf = (index: number): Paper[] =>
  [[CONSENT, CARD], [CONSENT, CERTIFICATE], [CONSENT], [CONSENT, CARD, ACT]][index % 4] ?? [CONSENT]

/** A page that says what it is, and that nothing on it is real. PURE. */
export function paperPdf(title: string): Buffer {
  const words = `BT /F1 18 Tf 60 760 Td (${title}) Tj 0 -30 Td /F1 11 Tf (Document de demonstration. Rien ici n'est reel.) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((body, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const xref = text.length
  const lines = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** A card with a grey face and lines nobody can read. */
export async function cardPicture(): Promise<Buffer> {
  const bar = (width: number, height: number, left: number, top: number, background: string) => ({
    input: { create: { width, height, channels: 3 as const, background } },
    left,
    top,
  })
  const lines = Array.from({ length: 6 }, (_, n) => bar(420 - 40 * (n % 3), 18, 360, 150 + n * 52, '#7a8a94'))
  return sharp({ create: { width: 860, height: 540, channels: 3, background: '#f2efe6' } })
    .composite([bar(860, 70, 0, 0, '#1d6f5c'), bar(220, 280, 70, 140, '#c9c9c9'), ...lines])
    .jpeg({ quality: 85 })
    .toBuffer()
}
