import { enter } from './enter.mjs'

await enter('./commands/dev.ts')
