package be.belnet.sandbox.fortinet;

import be.belnet.sandbox.fortinet.FortiCareProducts.Asset;
import be.belnet.sandbox.page.WorldSection;
import java.util.List;

/** Products registered with a code or a contract, on the page. */
class ProductSection implements WorldSection {

    private final FortiCareProducts products;

    ProductSection(FortiCareProducts products) {
        this.products = products;
    }

    @Override
    public String title() {
        return "Products registered at FortiCare";
    }

    @Override
    public int position() {
        return 110;
    }

    @Override
    public List<String> columns() {
        return List.of("Serial number", "Model", "Description", "Licence", "Registered");
    }

    @Override
    public List<List<String>> rows() {
        return products.all().map(ProductSection::row).toList();
    }

    private static List<String> row(Asset asset) {
        return List.of(
                asset.serialNumber(),
                asset.productModel(),
                asset.description(),
                asset.license() == null ? "" : asset.license().licenseNumber(),
                asset.registrationDate().toLocalDate().toString());
    }
}
