import { answerRegistration } from '@/lib/casework/registration/answer-registration'
import { command } from '@/lib/platform/gate/command'

export const POST = command(answerRegistration)
