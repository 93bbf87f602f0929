package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.security.StaffDirectory;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** What all pages share. */
@Configuration
class PageConfiguration {
    /**
     * The first of our four languages that the browser asks for; English when it asks for none. Where a page knows better,
     * it keeps its {@link Locale} in the request's attribute of that name.
     */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return request.getAttribute(Locale.class.getName()) instanceof Locale known
                        ? known
                        : super.resolveLocale(request);
            }
        };
        resolver.setSupportedLocales(
                List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"), Locale.FRENCH, Locale.GERMAN));
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    @ControllerAdvice(annotations = Controller.class)
    static class Frame {
        private final PartnerViews partners;
        private final Caller caller;
        private final StaffDirectory staff;

        Frame(PartnerViews partners, Caller caller, StaffDirectory staff) {
            this.partners = partners;
            this.caller = caller;
            this.staff = staff;
        }

        /** Who is signed in, for the page's header; null before log-in. */
        @ModelAttribute("signedIn")
        String signedIn(Principal principal) {
            return principal == null ? null : principal.getName();
        }

        /** How the header calls them: an id may say nothing to people. */
        @ModelAttribute("signedInName")
        String signedInName(Principal principal) {
            return principal == null
                    ? null
                    : staff.find(principal.getName())
                            .map(StaffDirectory.StaffMember::name)
                            .orElse(principal.getName());
        }

        /** The navigation of whoever is signed in. */
        @ModelAttribute("areas")
        List<Area> areas(Principal principal) {
            return principal == null ? List.of() : caller.areas(principal.getName());
        }

        /** What everybody signed in should know at once. */
        @ModelAttribute("notices")
        List<String> notices(Principal principal, Locale locale) {
            return principal == null ? List.of() : partners.notices(locale);
        }
    }
}
