import { answerRegistration } from '@/lib/consents/answer-registration'
import { command } from '@/lib/write/command'

export const POST = command(answerRegistration)
