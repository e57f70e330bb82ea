/** What is kept. A picture is always kept as JPEG, whatever it came as. */
export const FORMATS = ['JPEG', 'PDF', 'OGG', 'MP3', 'M4A', 'AMR', 'WAV'] as const
export type Format = (typeof FORMATS)[number]

/** What may come: the word of its first bytes, how its name may end, what a sender may call it, and what it becomes. */
type Taken = { sniffed: RegExp; endings: readonly string[]; declared: RegExp; kept: Format }

export const TAKEN: Readonly<Record<string, Taken>> = {
  jpeg: {
    sniffed: /^image\/jpeg$/,
    endings: ['jpg', 'jpeg', 'jfif'],
    declared: /^image\/p?jpe?g$/,
    kept: 'JPEG',
  },
  png: { sniffed: /^image\/png$/, endings: ['png'], declared: /^image\/(x-)?png$/, kept: 'JPEG' },
  webp: { sniffed: /^image\/webp$/, endings: ['webp'], declared: /^image\/webp$/, kept: 'JPEG' },
  pdf: { sniffed: /^application\/pdf$/, endings: ['pdf'], declared: /^application\/(x-)?pdf$/, kept: 'PDF' },
  ogg: {
    sniffed: /^audio\/ogg/,
    endings: ['ogg', 'oga', 'opus'],
    declared: /^(audio|application)\/(ogg|opus)$/,
    kept: 'OGG',
  },
  mp3: { sniffed: /^audio\/mpeg$/, endings: ['mp3'], declared: /^audio\/(x-)?(mp3|mpeg)$/, kept: 'MP3' },
  m4a: {
    sniffed: /^audio\/(x-m4a|mp4)$|^video\/mp4$/,
    endings: ['m4a', 'mp4a'],
    declared: /^audio\/(x-)?(m4a|mp4|aac)$/,
    kept: 'M4A',
  },
  amr: { sniffed: /^audio\/amr$/, endings: ['amr'], declared: /^audio\/amr$/, kept: 'AMR' },
  wav: { sniffed: /^audio\/wav$/, endings: ['wav'], declared: /^audio\/(x-|vnd\.)?wave?$/, kept: 'WAV' },
}

/** What a browser is told when it is handed out. */
export const MEDIA_TYPE: Readonly<Record<Format, string>> = {
  JPEG: 'image/jpeg',
  PDF: 'application/pdf',
  OGG: 'audio/ogg',
  MP3: 'audio/mpeg',
  M4A: 'audio/mp4',
  AMR: 'audio/amr',
  WAV: 'audio/wav',
}
export const ENDING: Readonly<Record<Format, string>> = {
  JPEG: 'jpg',
  PDF: 'pdf',
  OGG: 'ogg',
  MP3: 'mp3',
  M4A: 'm4a',
  AMR: 'amr',
  WAV: 'wav',
}
