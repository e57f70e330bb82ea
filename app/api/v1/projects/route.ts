import { addProject } from '@/lib/casework/projects/add-project'
import { command } from '@/lib/platform/gate/command'

export const POST = command(addProject)
