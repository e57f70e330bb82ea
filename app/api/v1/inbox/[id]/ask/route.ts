import { askQuestion } from '@/lib/casework/referrals/verbs/ask-question'
import { command } from '@/lib/platform/gate/command'

export const POST = command(askQuestion)
