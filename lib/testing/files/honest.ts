import sharp from 'sharp'
import { packed, pdf, stream } from './pdfs'
import { amr, m4a, mp3, ogg, wav } from './sounds'

export type Sample = { name: string; bytes: Buffer; declared?: string }

/** What a picture tells beside its pixels, and must not tell afterwards. */
export const TOLD = ['Tessalit', 'Invented Phone 3']
const exif = {
  IFD0: { Make: 'Invented Phone 3', ImageDescription: 'Tessalit' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '20/1 12/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '1/1 0/1 0/1',
  },
}
/** 400 × 300, lying on its side, with a place, a maker and words. */
export const photo = (width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: '#b5651d' } })
    .composite([
      { input: Buffer.from([255, 255, 255]), raw: { width: 1, height: 1, channels: 3 }, left: 3, top: 3 },
    ])
    .withMetadata({ orientation: 6 })
    .withExifMerge(exif)

/** One of each type that is taken, as a phone or an office would send it. */
export const honestFiles = async (): Promise<Sample[]> => [
  { name: 'IMG_20140629.JPG', bytes: await photo().jpeg().toBuffer(), declared: 'image/jpeg' },
  { name: 'carte.scolaire.jpeg', bytes: await photo().jpeg({ progressive: true }).toBuffer() },
  { name: 'scan.png', bytes: await photo().png().toBuffer(), declared: 'image/png' },
  { name: 'photo.webp', bytes: await photo().webp().toBuffer(), declared: 'image/webp' },
  { name: 'acte.pdf', bytes: pdf(), declared: 'application/pdf' },
  { name: 'opens-on-a-page.pdf', bytes: pdf({ catalog: '/OpenAction [3 0 R /Fit]' }) },
  {
    name: 'packed.pdf',
    bytes: pdf({ objects: [packed('<< /Title (a) >>'), stream('', Buffer.from('q Q'))] }),
  },
  { name: 'voix.ogg', bytes: ogg(), declared: 'audio/ogg' },
  { name: 'PTT-0001.opus', bytes: ogg() },
  { name: 'voix.mp3', bytes: mp3(), declared: 'audio/mpeg' },
  { name: 'voix.m4a', bytes: m4a(), declared: 'audio/x-m4a' },
  { name: 'voix.amr', bytes: amr(), declared: 'audio/amr' },
  { name: 'voix.wav', bytes: wav(), declared: 'audio/wav' },
]
