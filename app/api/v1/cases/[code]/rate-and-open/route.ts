import { rateAndOpen } from '@/lib/casework/registration/rate-and-open'
import { command } from '@/lib/platform/gate/command'

export const POST = command(rateAndOpen)
