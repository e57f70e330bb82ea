import { changeGoal } from '@/lib/casework/plans/change-goal'
import { command } from '@/lib/platform/gate/command'

export const POST = command(changeGoal)
