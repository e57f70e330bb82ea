import { askPlan } from '@/lib/casework/plans/ask-again'
import { command } from '@/lib/platform/gate/command'

export const POST = command(askPlan)
