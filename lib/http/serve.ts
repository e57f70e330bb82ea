import { endWith } from './stop'

/** `node --import tsx lib/http/serve.ts` */
const { PORT = '3000', RELAIS_ORIGIN, RELAIS_BOOT_ID, RELAIS_DEMO } = process.env

// Loaded late: the watch on our parent has to begin before the framework takes its second to load.
const starting = import('./server').then(({ startServer }) =>
  startServer({
    port: Number(PORT),
    origin: RELAIS_ORIGIN ?? `http://127.0.0.1:${PORT}`,
    boot: RELAIS_BOOT_ID ?? '',
    demo: RELAIS_DEMO === '1',
    onStart: [],
  }),
)
endWith(async () => (await starting).stop())
await starting
