import sharp from 'sharp'
import { KEPT_SIDE, LONGEST_SIDE, MOST_PIXELS, SMALL_SIDE } from './limits'
import { insist, Refused } from './problems'

// Only what is taken is ever opened: no SVG, no GIF, no file by its name.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.cache(false)
sharp.concurrency(1)

export type Picture = { body: Buffer; small: Buffer }

const opened = (bytes: Buffer) =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', sequentialRead: true, pages: 1 })

/**
 * A picture made anew: upright, at most 2,400 pixels, JPEG, on white, in sRGB; nothing that stood beside the pixels comes along (camera, place,
 * time, profile, thumbnail, words). Decoding runs in the library's own threads. Refuses what is broken or too large.
 */
export async function pictureAnew(bytes: Buffer): Promise<Picture> {
  const { width, height } = await opened(bytes)
    .metadata()
    .catch((error: unknown) => {
      throw new Refused(/pixel/i.test(String(error)) ? 'picture-huge' : 'picture-broken')
    })
  insist(width <= LONGEST_SIDE && height <= LONGEST_SIDE && width * height <= MOST_PIXELS, 'picture-huge')
  const boxOf = (side: number) =>
    ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const
  try {
    const body = await opened(bytes)
      .autoOrient()
      .resize(boxOf(KEPT_SIDE))
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer()
    const small = await sharp(body).resize(boxOf(SMALL_SIDE)).jpeg({ quality: 60, mozjpeg: true }).toBuffer()
    return { body, small }
  } catch {
    throw new Refused('picture-broken')
  }
}
