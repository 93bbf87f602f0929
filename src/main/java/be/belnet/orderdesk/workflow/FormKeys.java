package be.belnet.orderdesk.workflow;

import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.form.FormDataImpl;

/** Keys of forms, as models write them and as Tasklist knows them. */
class FormKeys {
    private static final String OF_MODELS = "camunda-forms:";

    /** Another engine's Tasklist has another word, while models stay what they are. */
    private static final String OF_TASKLIST = "camunda-forms:";

    private FormKeys() {}

    static <T extends FormData> T forTasklist(T form) {
        if (form instanceof FormDataImpl known
                && known.getFormKey() != null
                && known.getFormKey().startsWith(OF_MODELS)) {
            known.setFormKey(OF_TASKLIST + known.getFormKey().substring(OF_MODELS.length()));
        }
        return form;
    }
}
