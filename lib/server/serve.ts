import { env } from '@/lib/platform/env/env'
import { logFailure } from '@/lib/platform/http/error-log'
import { startJobs } from '@/lib/platform/jobs/run'
import { startServer } from './server'
import { endWith } from './stop'
import { messages, tasks } from './tasks'

/** Bundled by scripts/build-server.ts: `node .next/relais-server.mjs` */
const { PORT = '3000', RELAIS_ORIGIN, RELAIS_BOOT_ID, RELAIS_DEMO } = process.env

const server = await startServer({
  port: Number(PORT),
  origin: RELAIS_ORIGIN ?? `http://127.0.0.1:${PORT}`,
  boot: RELAIS_BOOT_ID ?? '',
  demo: RELAIS_DEMO === '1',
  onStart: [
    () => {
      const { mail, sms } = env()
      const lists = [tasks, ...(mail ? [messages.mail] : []), ...(sms ? [messages.sms] : [])]
      return startJobs(lists, (code) => logFailure({ event: 'jobs', code }))
    },
  ],
})
endWith(server.stop)
