// Goes on to the site that the page's own link names, in place of this one.
import { find } from './dom.ts'

location.replace(find<HTMLAnchorElement>('[data-onward]').href)
