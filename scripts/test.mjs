import { enter } from './enter.mjs'

await enter('./suite/main.ts')
