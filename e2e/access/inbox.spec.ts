import { refusesOutsideReach, refusesWrites } from '../support/pages-refused'

refusesOutsideReach('the inbox and own services', /^\/(inbox|services)/)
refusesWrites('the inbox and own services', /\/(inbox|services)\//)
