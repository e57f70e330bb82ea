import { returnPlan } from '@/lib/casework/plans/decide-plan'
import { command } from '@/lib/platform/gate/command'

export const POST = command(returnPlan)
