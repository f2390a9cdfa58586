import { changed, type Step } from '../gpm/content';
import {
  own,
  readCalledProcess,
  readMedium,
  readOrganisationUnit,
  readProcess,
  readShare,
  readStep,
} from '../gpm/reading';
import {
  putOwn,
  writeCalledProcess,
  writeMedium,
  writeOrganisationUnit,
  writeProcess,
  writeShare,
  writeStep,
} from '../gpm/writing';
import { type BpmnFactory, child, type Drawn, is, type Modeling, type Moddle, text } from '../services';
import { translate } from '../language/translation';
import { laneOf } from '../steps/lanes';
import type { VendorDefaults } from '../gpm/vendorDefaults';
import type { Section } from './entries';
import {
  callSection,
  dataSection,
  flowSection,
  laneSection,
  modelSection,
  processSections,
  sharesSection,
} from './otherSections';
import { stepSections } from './stepSections';

interface PropertiesPanel {
  registerProvider(priority: number, provider: PropertiesProvider): void;
}

/** Adds what administrations record to the properties of an element, before the sections that concern machines. */
export class PropertiesProvider {
  static $inject = ['propertiesPanel', 'modeling', 'bpmnFactory', 'vendorDefaults'];

  private readonly services: { modeling: Modeling; bpmnFactory: BpmnFactory };
  private readonly create: BpmnFactory['create'];

  constructor(
    propertiesPanel: PropertiesPanel,
    modeling: Modeling,
    bpmnFactory: BpmnFactory,
    private readonly vendorDefaults: VendorDefaults,
  ) {
    this.services = { modeling, bpmnFactory };
    this.create = (type, attributes) => bpmnFactory.create(type, attributes);
    propertiesPanel.registerProvider(500, this);
  }

  getGroups(shown: Drawn): (groups: Section[]) => Section[] {
    return (groups) => {
      const [general, ...others] = groups;
      const ours = this.sections(shown.labelTarget ?? shown);
      const all = [...(general === undefined ? [] : [{ ...general, shouldOpen: true }]), ...ours, ...others];
      // The sections speak English unless told otherwise.
      return all.map((section) => ({ ...section, translate }));
    };
  }

  private sections(drawn: Drawn): Section[] {
    const model = drawn.businessObject;
    if (is(model, 'bpmn:FlowNode'))
      return [...this.shares(drawn), ...this.call(drawn, model), ...this.step(drawn, model)];
    if (is(model, 'bpmn:SequenceFlow')) return [this.flow(drawn, model)];
    if (is(model, 'bpmn:Lane')) return [this.lane(drawn, model)];
    if (is(model, 'bpmn:DataObjectReference') || is(model, 'bpmn:DataStoreReference')) return [this.data(drawn, model)];
    if (is(model, 'bpmn:Participant')) {
      const process = child(model, 'processRef');
      return process === undefined ? [] : this.process(drawn, process);
    }

    const isRoot = drawn.parent === undefined;
    if (!isRoot) return [];
    return [...(is(model, 'bpmn:Process') ? this.process(drawn, model) : []), ...this.model(drawn, model)];
  }

  private step(drawn: Drawn, model: Moddle): Section[] {
    const defaults = this.vendorDefaults.step(model);
    const read = (): Step =>
      own(model, 'gpm:Step') === undefined && defaults !== undefined ? defaults : readStep(model);
    return stepSections({
      lane: text(laneOf(drawn)?.businessObject, 'name'),
      read,
      write: (part) => {
        const step = changed(read(), part);
        putOwn(this.services, drawn, model, 'gpm:Step', writeStep(this.create, step, defaults !== undefined));
      },
    });
  }

  private shares(drawn: Drawn): Section[] {
    const flows = drawn.outgoing?.filter((flow) => is(flow, 'bpmn:SequenceFlow')) ?? [];
    if (flows.length < 2 || is(drawn, 'bpmn:ParallelGateway')) return [];
    return [
      sharesSection(flows, (flow, share) => {
        // Said of the node, which is shown: its panel has to show the new sum, after undo as well.
        putOwn(this.services, drawn, flow.businessObject, 'gpm:Flow', writeShare(this.create, share));
      }),
    ];
  }

  private flow(drawn: Drawn, model: Moddle): Section {
    return flowSection(
      drawn,
      {
        read: () => readShare(model),
        write: (share) => {
          putOwn(this.services, drawn, model, 'gpm:Flow', writeShare(this.create, share));
        },
      },
      {
        read: () => text(child(model, 'conditionExpression'), 'body'),
        write: (body) => {
          const conditionExpression = body === undefined ? undefined : this.create('bpmn:FormalExpression', { body });
          if (conditionExpression !== undefined) conditionExpression.$parent = model;
          this.services.modeling.updateModdleProperties(drawn, model, { conditionExpression });
        },
      },
    );
  }

  private lane(drawn: Drawn, model: Moddle): Section {
    return laneSection({
      read: () => readOrganisationUnit(model),
      write: (unit) => {
        putOwn(this.services, drawn, model, 'gpm:Lane', writeOrganisationUnit(this.create, unit));
      },
    });
  }

  private data(drawn: Drawn, model: Moddle): Section {
    return dataSection({
      read: () => readMedium(model),
      write: (medium) => {
        putOwn(this.services, drawn, model, 'gpm:Data', writeMedium(this.create, medium));
      },
    });
  }

  private call(drawn: Drawn, model: Moddle): Section[] {
    if (!is(model, 'bpmn:CallActivity')) return [];
    return [
      callSection({
        read: () => readCalledProcess(model),
        write: (process) => {
          putOwn(this.services, drawn, model, 'gpm:Call', writeCalledProcess(this.create, process));
        },
      }),
    ];
  }

  private process(drawn: Drawn, model: Moddle): Section[] {
    return processSections({
      read: () => readProcess(model),
      write: (content) => {
        putOwn(this.services, drawn, model, 'gpm:Process', writeProcess(this.create, content));
      },
    });
  }

  private model(drawn: Drawn, root: Moddle): Section[] {
    const definitions = root.$parent;
    if (definitions === undefined || !is(definitions, 'bpmn:Definitions')) return [];
    return [
      modelSection({
        read: () => text(definitions, 'gpm:description'),
        write: (description) => {
          this.services.modeling.updateModdleProperties(drawn, definitions, { 'gpm:description': description });
        },
      }),
    ];
  }
}

export const propertiesModule = {
  __init__: ['gpmProperties'],
  gpmProperties: ['type', PropertiesProvider],
};
