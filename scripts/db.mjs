import { enter } from './enter.mjs'

await enter('./commands/db.ts')
