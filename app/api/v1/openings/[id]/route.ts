import { answerOpening } from '@/lib/casework/notes/openings'
import { command } from '@/lib/platform/gate/command'

export const POST = command(answerOpening)
