/** Bytes a body of ours may have: nothing larger is received, and nothing larger is read. */
export const BODY_LIMIT = 1_000_000
/** Bytes of a form with a file (10 MB) and what is asked about it. */
export const UPLOAD_LIMIT = 10_100_000

type Asked = {
  method?: string | undefined
  url?: string | undefined
  headers: { cookie?: string | undefined; 'content-type'?: string | undefined }
}

/** What the request presents as a session, true or not. */
export const sessionOf = ({ headers }: { headers: { cookie?: string | undefined } }) =>
  /(?:^|; )__Host-relais-[0-9a-f]+-p?sid=([^;]{20,100})/.exec(headers.cookie ?? '')?.[1]

/**
 * A form that carries a file: few addresses take them, and only from somebody who shows a session. Whether it is a true one is asked once all is
 * there; until then it has places of its own, so that it takes none from anybody else. PURE.
 */
export const isUpload = (asked: Asked): boolean =>
  asked.method === 'POST' &&
  /^\/api\/v1\/(cases\/[^/?]{1,40}\/documents|inbox\/[^/?]{36}\/(ask|complete))$/.test(asked.url ?? '') &&
  /^multipart\/form-data\b/i.test(asked.headers['content-type'] ?? '') &&
  sessionOf(asked) !== undefined

export const limitOf = (asked: Asked): number => (isUpload(asked) ? UPLOAD_LIMIT : BODY_LIMIT)
