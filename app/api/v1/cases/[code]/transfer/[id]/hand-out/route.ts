import { handOutCase } from '@/lib/casework/endings/hand-out-case'
import { command } from '@/lib/platform/gate/command'

export const POST = command(handOutCase)
