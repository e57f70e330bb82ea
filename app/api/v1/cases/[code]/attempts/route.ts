import { recordAttempt } from '@/lib/casework/followups/record-attempt'
import { command } from '@/lib/platform/gate/command'

export const POST = command(recordAttempt)
