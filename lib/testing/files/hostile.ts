import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { FileProblem } from '@/lib/platform/files/problems'
import { photo, type Sample } from './honest'
import { packed, pdf, stream } from './pdfs'
import { pngOf } from './png-of'
import { amr, box, id3, m4a, mp3, OPUS_HEAD, ogg, oggPage, track, wav } from './sounds'

export type Hostile = Sample & { problem: FileProblem }

const text = (words: string) => Buffer.from(words, 'latin1')
const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex')
const SCRIPT = '<script>alert(1)</script>'
const PAGE = `<!doctype html><html><body>${SCRIPT}</body></html>`
/** The end of an archive, which readers look for from the end of a file. */
const ZIP_END = Buffer.concat([hex('504b0506'), Buffer.alloc(18)])
const ZIP = Buffer.concat([hex('504b0304 1400 0000 0800'), Buffer.alloc(20), text('a.txt'), ZIP_END])
const GIF = Buffer.concat([
  text('GIF89a'),
  hex('0100 0100 80 0000 ffffff 000000 2c 0000 0000 0100 0100 00 02 02 4401 00 3b'),
])

/** A comment inside a JPEG, where viewers do not look and browsers once did. */
const commented = (jpeg: Buffer, words: string) => {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xfffe, 0)
  head.writeUInt16BE(words.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, text(words), jpeg.subarray(2)])
}

const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))

async function pictures(): Promise<Hostile[]> {
  const noise = await sharp({
    create: {
      width: 300,
      height: 300,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .png()
    .toBuffer()
  const jpeg = await photo().jpeg().toBuffer()
  const png = await photo().png().toBuffer()
  const webp = await sharp(noise).webp().toBuffer()
  const busy = await sharp(noise).jpeg().toBuffer()
  return [
    { name: 'empty.jpg', bytes: Buffer.alloc(0), problem: 'empty' },
    { name: 'zeros.jpg', bytes: Buffer.alloc(2000), problem: 'not-taken' },
    { name: 'cut.jpg', bytes: half(busy), problem: 'picture-broken' },
    { name: 'head-alone.jpg', bytes: busy.subarray(0, 24), problem: 'picture-broken' },
    { name: 'cut.png', bytes: half(noise), problem: 'picture-broken' },
    { name: 'cut.webp', bytes: half(webp), problem: 'picture-broken' },
    { name: 'page-in-comment.jpg', bytes: commented(jpeg, PAGE), problem: 'two-files' },
    { name: 'script-in-comment.jpg', bytes: commented(jpeg, SCRIPT), problem: 'two-files' },
    { name: 'php-in-comment.jpg', bytes: commented(jpeg, '<?php echo 1;?>'), problem: 'two-files' },
    { name: 'page-after.jpg', bytes: Buffer.concat([jpeg, text(PAGE)]), problem: 'two-files' },
    { name: 'archive-after.jpg', bytes: Buffer.concat([jpeg, ZIP]), problem: 'two-files' },
    { name: 'archive-after.png', bytes: Buffer.concat([png, ZIP]), problem: 'two-files' },
    { name: 'page-after.webp', bytes: Buffer.concat([webp, text(PAGE)]), problem: 'two-files' },
    { name: 'huge.png', bytes: pngOf(60_000, 60_000), problem: 'picture-huge' },
    { name: 'bomb.png', bytes: pngOf(20_000, 15_000, 1400), problem: 'picture-huge' },
    { name: 'long.png', bytes: pngOf(1, 200_000), problem: 'picture-huge' },
    { name: 'no-size.png', bytes: pngOf(0, 0), problem: 'picture-broken' },
    { name: 'png.jpg', bytes: png, problem: 'other-type' },
    { name: 'jpeg.png', bytes: jpeg, problem: 'other-type' },
    { name: 'jpeg.pdf', bytes: jpeg, problem: 'other-type' },
    { name: 'called-a-page.jpg', bytes: jpeg, declared: 'text/html', problem: 'other-declared' },
    { name: 'called-a-pdf.jpg', bytes: jpeg, declared: 'application/pdf', problem: 'other-declared' },
    { name: 'photo.exe.jpg', bytes: jpeg, problem: 'two-endings' },
    { name: 'photo.jpg.exe', bytes: jpeg, problem: 'two-endings' },
    { name: 'photo.html.jpg', bytes: jpeg, problem: 'two-endings' },
    { name: 'photo.jpg.svg', bytes: jpeg, problem: 'two-endings' },
    { name: 'photo', bytes: jpeg, problem: 'no-ending' },
    { name: 'photo.', bytes: jpeg, problem: 'no-ending' },
    { name: 'photo.jpg\0.png', bytes: jpeg, problem: 'other-type' },
    { name: 'too-much.jpg', bytes: Buffer.concat([jpeg, Buffer.alloc(10_000_000)]), problem: 'too-large' },
  ]
}

const others = (): Hostile[] => [
  {
    name: 'script.svg',
    bytes: text(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`),
    problem: 'not-taken',
  },
  {
    name: 'svg.png',
    bytes: text(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`),
    problem: 'not-taken',
  },
  {
    name: 'runs.gif',
    bytes: Buffer.concat([text('GIF89a/*'), GIF.subarray(8), text(`*/=1;alert(1)`)]),
    problem: 'not-taken',
  },
  { name: 'gif.jpg', bytes: GIF, problem: 'not-taken' },
  { name: 'page.jpg', bytes: text(PAGE), problem: 'not-taken' },
  { name: 'page.pdf', bytes: text(PAGE), problem: 'not-taken' },
  {
    name: 'program.jpg',
    bytes: Buffer.concat([text('MZ'), hex('90000300'), Buffer.alloc(500)]),
    problem: 'not-taken',
  },
  {
    name: 'program.pdf',
    bytes: Buffer.concat([hex('7f454c46 0201 01'), Buffer.alloc(500)]),
    problem: 'not-taken',
  },
  // Words that scanners are tried with, not the sample itself.
  {
    name: 'test-virus.jpg',
    bytes: text('X5O!P%@AP[4\\PZX54(P^)7CC)7}$A-HARMLESS-TEST-FILE!$H+H*'),
    problem: 'not-taken',
  },
  { name: 'archive.jpg', bytes: ZIP, problem: 'not-taken' },
  { name: 'archive.pdf', bytes: ZIP, problem: 'not-taken' },
  { name: 'packed.png', bytes: Buffer.concat([hex('1f8b0800'), Buffer.alloc(300)]), problem: 'not-taken' },
  { name: 'letter.docm', bytes: ZIP, problem: 'not-taken' },
  {
    name: 'phone.heic',
    bytes: Buffer.concat([box('ftyp', text('heic\0\0\0\0mif1heic')), box('meta', Buffer.alloc(40))]),
    problem: 'heic',
  },
  { name: 'film.m4a', bytes: m4a('', track('vide')), problem: 'sound-broken' },
  { name: 'words.jpg', bytes: text('Rien qu’un mot.'), problem: 'not-taken' },
]

const pdfs = (): Hostile[] => [
  {
    name: 'script.pdf',
    bytes: pdf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }),
    problem: 'pdf-active',
  },
  {
    name: 'spelled.pdf',
    bytes: pdf({ catalog: '/OpenAction << /S /J#61vaScript /J#53 (1) >>' }),
    problem: 'pdf-active',
  },
  {
    name: 'hidden.pdf',
    bytes: pdf({ objects: [packed('<< /S /JavaScript /JS (1) >>')] }),
    problem: 'pdf-active',
  },
  {
    name: 'hidden-twice.pdf',
    bytes: pdf({ objects: [packed('<< /S /Java#53cript /J#53 (1) >>')] }),
    problem: 'pdf-active',
  },
  { name: 'starts.pdf', bytes: pdf({ objects: ['<< /S /Launch /F (cmd.exe) >>'] }), problem: 'pdf-active' },
  {
    name: 'carries.pdf',
    bytes: pdf({ objects: [stream('/Type /EmbeddedFile', text('MZ'))] }),
    problem: 'pdf-active',
  },
  { name: 'acts.pdf', bytes: pdf({ catalog: '/AA << /WC 4 0 R >>' }), problem: 'pdf-active' },
  { name: 'opens.pdf', bytes: pdf({ catalog: '/OpenAction 4 0 R' }), problem: 'pdf-active' },
  {
    name: 'sends.pdf',
    bytes: pdf({ objects: ['<< /S /SubmitForm /F (http://x.example) >>'] }),
    problem: 'pdf-active',
  },
  { name: 'locked.pdf', bytes: pdf({ trailer: '/Encrypt 4 0 R' }), problem: 'pdf-locked' },
  { name: 'archive-after.pdf', bytes: Buffer.concat([pdf(), ZIP]), problem: 'two-files' },
  { name: 'page-after-end.pdf', bytes: Buffer.concat([pdf(), text(PAGE)]), problem: 'two-files' },
  { name: 'page-inside.pdf', bytes: pdf({ objects: [`(${PAGE})`] }), problem: 'two-files' },
  { name: 'late-start.pdf', bytes: Buffer.concat([text('MZ\n'), pdf()]), problem: 'not-taken' },
  { name: 'cut.pdf', bytes: half(pdf()), problem: 'pdf-broken' },
  {
    name: 'no-root.pdf',
    bytes: text('%PDF-1.4\n1 0 obj\n<< >>\nendobj\nstartxref\n0\n%%EOF\n'),
    problem: 'pdf-broken',
  },
  {
    name: 'broken-pack.pdf',
    bytes: pdf({
      objects: [stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', text('no such thing'))],
    }),
    problem: 'pdf-broken',
  },
  {
    name: 'bomb.pdf',
    bytes: pdf({
      objects: [
        stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', deflateSync(Buffer.alloc(60_000_000))),
      ],
    }),
    problem: 'pdf-broken',
  },
  {
    name: 'odd-pack.pdf',
    bytes: pdf({ objects: [stream('/Type /ObjStm /N 1 /First 4 /Filter /LZWDecode', text('x'))] }),
    problem: 'pdf-broken',
  },
]

const sounds = (): Hostile[] => [
  { name: 'page-in-title.mp3', bytes: mp3(PAGE), problem: 'two-files' },
  {
    name: 'title-alone.mp3',
    bytes: Buffer.concat([id3('a'), hex('fffb9000'), Buffer.alloc(600)]),
    problem: 'sound-broken',
  },
  {
    name: 'noise-after.mp3',
    bytes: Buffer.concat([mp3().subarray(0, -128), Buffer.alloc(3000, 7)]),
    problem: 'sound-broken',
  },
  { name: 'cut.wav', bytes: half(wav()), problem: 'sound-broken' },
  { name: 'mp3.wav', bytes: mp3(), problem: 'other-type' },
  { name: 'archive-after.amr', bytes: Buffer.concat([amr(), ZIP]), problem: 'two-files' },
  {
    name: 'noise.amr',
    bytes: Buffer.concat([text('#!AMR\n'), Buffer.alloc(400, 0xff)]),
    problem: 'sound-broken',
  },
  { name: 'no-words.m4a', bytes: box('ftyp', text('M4A \0\0\0\0')), problem: 'sound-broken' },
  { name: 'odd-box.m4a', bytes: Buffer.concat([m4a(), box('evil', text('x'))]), problem: 'sound-broken' },
  {
    name: 'wrong-sum.ogg',
    bytes: Buffer.concat([ogg().subarray(0, -1), hex('ee')]),
    problem: 'sound-broken',
  },
  {
    name: 'two-streams.ogg',
    bytes: Buffer.concat([ogg(), oggPage(4, OPUS_HEAD, { serial: 8 })]),
    problem: 'sound-broken',
  },
  { name: 'tail.ogg', bytes: Buffer.concat([ogg(), Buffer.alloc(200, 65)]), problem: 'sound-broken' },
]

/** Files that somebody sends to do harm, or that are not what they say: every one is refused with its own sentence. */
export const hostileFiles = async (): Promise<Hostile[]> => [
  ...(await pictures()),
  ...others(),
  ...pdfs(),
  ...sounds(),
]
