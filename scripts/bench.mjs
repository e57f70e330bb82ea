import { enter } from './enter.mjs'

await enter('./commands/bench.ts')
