import { recordFollowUp } from '@/lib/casework/followups/record-follow-up'
import { command } from '@/lib/platform/gate/command'

export const POST = command(recordFollowUp)
