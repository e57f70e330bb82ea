import { createHash, hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isLoopback } from './loopback'

/** The only place that reads the process environment. Parsed once; a bad value stops the start with its name. */
const schema = z
  .object({
    DATABASE_URL: z.url(),
    RELAIS_ORIGIN: z.url().default('http://127.0.0.1:3000'),
    RELAIS_DATA: z.string().default('.relais'),
    RELAIS_SECRET: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    RELAIS_DEMO: z.enum(['0', '1']).default('0'),
    RELAIS_MEASURE: z.enum(['0', '1']).default('0'),
    /** Argon2 memory in KiB and passes. Tests lower them; a real instance keeps the defaults. */
    RELAIS_ARGON_KIB: z.coerce.number().int().min(8).default(47_104),
    /** Where messages leave, as `smtps://user:word@host:465`. Without it they rest in the outbox. */
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    /** Whom they come from: an address of that server. */
    MAIL_FROM: z.email().optional(),
    /** The gateway that sends SMS: its address, with `{to}`, `{text}` and `{id}` where it wants them. Without it nobody chooses SMS. */
    SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
    SMS_METHOD: z.enum(['GET', 'POST', 'PUT']).default('POST'),
    /** Who we are to it, as one line: `Authorization: Bearer …`. */
    SMS_HEADER: z
      .string()
      .regex(/^[A-Za-z0-9-]+:[ -~]+$/)
      .optional(),
    /** What is sent: JSON, or the fields of a form. */
    SMS_BODY: z.string().default('{"to":"{to}","text":"{text}","id":"{id}"}'),
  })
  .refine(
    ({ SMS_URL: url }) => url === undefined || url.startsWith('https:') || isLoopback(new URL(url).hostname),
    {
      path: ['SMS_URL'],
      message: 'numbers leave this computer under https alone',
    },
  )
  .refine((raw) => raw.SMTP_URL === undefined || raw.MAIL_FROM !== undefined, {
    path: ['MAIL_FROM'],
    message: 'needed with SMTP_URL',
  })

export type Env = {
  databaseUrl: string
  origin: string
  data: string
  secret: Buffer
  /** Short public name of this instance: in cookie names and database logins. */
  instanceId: string
  demo: boolean
  measure: boolean
  argonKib: number
  /** Where messages leave and whom they come from; none: they rest in the outbox. */
  mail: { url: string; from: string } | undefined
  /** The gateway that sends SMS; none: nobody chooses that way. */
  sms: { url: string; method: 'GET' | 'POST' | 'PUT'; header: string | undefined; body: string } | undefined
}

let cached: Env | undefined

export function env(): Env {
  cached ??= parse()
  return cached
}

function parse(): Env {
  const raw = schema.parse(process.env)
  const hex = raw.RELAIS_SECRET ?? readFileSync(join(raw.RELAIS_DATA, 'secret'), 'utf8').trim()
  const secret = Buffer.from(hex, 'hex')
  return {
    databaseUrl: raw.DATABASE_URL,
    origin: new URL(raw.RELAIS_ORIGIN).origin,
    data: raw.RELAIS_DATA,
    secret,
    instanceId: createHash('sha256').update('relais-instance').update(secret).digest('hex').slice(0, 8),
    demo: raw.RELAIS_DEMO === '1',
    // Measuring shows how many statements a page takes: never outside a demonstration.
    measure: raw.RELAIS_MEASURE === '1' && raw.RELAIS_DEMO === '1',
    argonKib: raw.RELAIS_ARGON_KIB,
    mail: raw.SMTP_URL && raw.MAIL_FROM ? { url: raw.SMTP_URL, from: raw.MAIL_FROM } : undefined,
    sms: raw.SMS_URL
      ? { url: raw.SMS_URL, method: raw.SMS_METHOD, header: raw.SMS_HEADER, body: raw.SMS_BODY }
      : undefined,
  }
}

/** A key for one purpose, derived from the instance secret. `purpose` is a fixed word, never user input. */
export function derivedKey(purpose: string, length = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', env().secret, 'relais', purpose, length))
}
