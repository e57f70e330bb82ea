import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { honestFiles, photo, type Sample, TOLD } from '@/lib/testing/files/honest'
import { type Hostile, hostileFiles } from '@/lib/testing/files/hostile'
import { checkFile } from './check'
import { endingOf } from './name'
import type { FileProblem } from './problems'

let honest: Sample[]
let hostile: Hostile[]

beforeAll(async () => {
  honest = await honestFiles()
  hostile = await hostileFiles()
})

async function checked({ name, bytes, declared = '' }: Sample) {
  const named = endingOf(name)
  return 'problem' in named ? named : checkFile({ bytes, ending: named.ending, declared })
}
const problemOf = async (sample: Sample): Promise<FileProblem | 'kept'> => {
  const one = await checked(sample)
  return 'problem' in one ? one.problem : 'kept'
}

describe('hostile files', () => {
  test('are more than sixty, each with a name of its own', () => {
    expect(hostile.length).toBeGreaterThan(60)
    expect(new Set(hostile.map(({ name }) => name)).size).toBe(hostile.length)
  })

  test('are refused, each for its own reason', async () => {
    const came: string[] = []
    for (const one of hostile) came.push(`${one.name}: ${await problemOf(one)}`)
    expect(came).toEqual(hostile.map(({ name, problem }) => `${name}: ${problem}`))
  }, 120_000)
})

describe('honest files', () => {
  test('of every type that is taken are kept', async () => {
    for (const one of honest) expect(await problemOf(one), one.name).toBe('kept')
  })

  test('come out without the place, the maker and the words they came with', async () => {
    let told = 0
    for (const one of honest) {
      const came = await checked(one)
      if (!('file' in came)) throw new Error(one.name)
      const { body, small } = came.file
      for (const word of TOLD) {
        if (one.bytes.includes(word)) told += 1
        expect(body.includes(word) || small?.includes(word), `${one.name} ${word}`).toBeFalsy()
      }
      if (came.file.format !== 'JPEG') continue
      for (const picture of [body, small ?? Buffer.alloc(0)]) {
        const { exif, icc, xmp, iptc, orientation } = await sharp(picture).metadata()
        expect({ exif, icc, xmp, iptc, orientation }, one.name).toEqual({})
      }
    }
    expect(told).toBeGreaterThan(8)
  })

  test('a recording forgets when it was made', async () => {
    const one = honest.find(({ name }) => name.endsWith('.m4a'))
    const came = one && (await checked(one))
    expect(one?.bytes.includes(0xcf)).toBe(true)
    expect(came && 'file' in came && came.file.body.includes(0xcf)).toBe(false)
  })

  test('a picture lying on its side is turned upright and made no larger than it is kept', async () => {
    const lying = await checked({ name: 'a.jpg', bytes: await photo(3600, 1200).jpeg().toBuffer() })
    if (!('file' in lying)) throw new Error('refused')
    const { width, height } = await sharp(lying.file.body).metadata()
    expect([width, height]).toEqual([800, 2400])
    const little = await sharp(lying.file.small).metadata()
    expect(Math.max(little.width, little.height)).toBe(240)
  })
})

describe('looking into a file', () => {
  test('costs as much again for twice the bytes, not more, however many streams a PDF says it has', async () => {
    const many = (n: number) =>
      Buffer.from(`%PDF-1.4\n${'1 0 obj <<>> stream\nendstream '.repeat(n)}\nstartxref\n0\n%%EOF\n`)
    for (const n of [1000, 300_000])
      expect(await checkFile({ bytes: many(n), ending: 'pdf', declared: '' })).toEqual({
        problem: 'pdf-broken',
      })
  }, 5000)

  test('happens two at a time, twelve wait, the next is told to come back', async () => {
    const bytes = await photo(2000, 1500).jpeg().toBuffer()
    const all = await Promise.all(
      Array.from({ length: 20 }, () => checkFile({ bytes, ending: 'jpg', declared: '' })),
    )
    expect(all.filter((one) => 'file' in one)).toHaveLength(14)
    expect(all.filter((one) => 'problem' in one && one.problem === 'busy')).toHaveLength(6)
  })
})
