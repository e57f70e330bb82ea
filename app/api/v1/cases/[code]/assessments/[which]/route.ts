import { writeAssessment } from '@/lib/casework/assessments/write-assessment'
import { command } from '@/lib/platform/gate/command'

export const POST = command(writeAssessment)
