import { enter } from './enter.mjs'

await enter('./browser/main.ts')
