import { enter } from './enter.mjs'

await enter('./suite/verify-main.ts')
