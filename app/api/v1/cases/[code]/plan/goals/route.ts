import { addGoal } from '@/lib/casework/plans/add-goal'
import { command } from '@/lib/platform/gate/command'

export const POST = command(addGoal)
