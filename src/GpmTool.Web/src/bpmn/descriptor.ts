import descriptor from '../../../GpmTool.Bpmn/Schema/gpm.moddle.json';

/** What bpmn-moddle has to know about our own elements: the description that the API's schema comes with. */
export const moddleExtensions = { gpm: descriptor };
