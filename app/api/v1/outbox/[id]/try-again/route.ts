import { command } from '@/lib/platform/gate/command'
import { tryAgain } from '@/lib/platform/jobs/try-again'

export const POST = command(tryAgain)
