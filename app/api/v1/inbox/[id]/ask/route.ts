import { askQuestion } from '@/lib/inbox/ask-question'
import { command } from '@/lib/write/command'

export const POST = command(askQuestion)
