import { recordAgencyAnswer } from '@/lib/casework/transfers/record-answer'
import { command } from '@/lib/platform/gate/command'

export const POST = command(recordAgencyAnswer)
